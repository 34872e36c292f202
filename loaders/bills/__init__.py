"""What the connectors of bills share: files, meters and units, AI vendors, principals, and the runs of billing periods."""
