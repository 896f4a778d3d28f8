"""What goes on which slide or sheet: Jinja2 templates run over the tailored model."""
