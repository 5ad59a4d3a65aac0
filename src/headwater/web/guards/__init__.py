"""What stands before every page: who may ask, from where, how much, and what a browser may do with the answer."""
