"""Which lines make which total: groups that captions close, and sums that columns give away."""
