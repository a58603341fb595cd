"""The newsroom UI on Gradio."""
