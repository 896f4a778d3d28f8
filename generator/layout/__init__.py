"""Outline in, pages out: regions, flow, split, fit, and the furniture around them."""
