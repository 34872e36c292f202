"""What the connectors to vendors' administration APIs share: fields, paged lists, daily reports, the run made of them."""
