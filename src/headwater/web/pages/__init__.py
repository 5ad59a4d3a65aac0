"""One file a page: what it asks of the store, and what its template needs beside that."""
