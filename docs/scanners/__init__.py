"""What scanners say of a pool: those that can run here, and two that judge deployed pools, restated on templates."""
