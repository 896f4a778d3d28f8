"""THE BOUNDARY: finished pages, items at fixed positions, the master they stand on, the faces they use.

All a backend may know. Imports only geometry and source.
"""
