"""Files in, a validated model out: project, roles, comparisons, topics, audiences, glossary, sources and facts."""
