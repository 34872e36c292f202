"""WHAT EXISTS: the ontology, what sources claim of it, where claims are kept, and the frozen graph made of them."""
