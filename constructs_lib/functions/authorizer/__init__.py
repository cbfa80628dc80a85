"""An authorizer of API Gateway's: who may call a route, by groups and scopes. Whatever is not allowed is denied."""
