"""The imperative shell: what to build, building it, writing it, saying what happened.

From Python: `from generator.building import BuildRequest, build_documents, PackRequest, pack_session`.
"""

from generator.building.pack import pack as pack_session
from generator.building.pack_request import PackRequest, PackResult
from generator.building.request import BuildRequest, BuildResult, BuiltFile, Written
from generator.building.run import build as build_documents

__all__ = [
    "BuildRequest",
    "BuildResult",
    "BuiltFile",
    "PackRequest",
    "PackResult",
    "Written",
    "build_documents",
    "pack_session",
]
