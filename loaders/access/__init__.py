"""What the connectors of data sources share: claims gathered once each, answers taken apart, the run they become."""
