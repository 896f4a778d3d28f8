"""The model, cut for one reader, each decision with its reason."""
