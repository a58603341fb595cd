"""How the weights of the default judge are made. Nothing here runs while judging."""
