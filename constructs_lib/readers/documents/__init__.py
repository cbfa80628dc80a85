"""JSON and YAML → plain values, with places, in bounded time and memory."""
