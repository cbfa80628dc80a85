"""The rules, a module for each topic; `constructs_lib.rules.catalogue` says which resource types each judges."""
