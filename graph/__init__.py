"""The graph: its ontology, the claims of sources, the stores that keep them, and the snapshot compiled from them."""
