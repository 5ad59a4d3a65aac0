"""The desk in the browser: pages and their JSON twins over the store, rendered on this machine, nothing loaded from elsewhere."""
