"""The imperative shell: what to build, building it, writing it, saying what happened.

From Python: `from generator.building import BuildRequest, build_documents`.
"""

from generator.building.request import BuildRequest, BuildResult, BuiltFile, Written
from generator.building.run import build as build_documents

__all__ = ["BuildRequest", "BuildResult", "BuiltFile", "Written", "build_documents"]
