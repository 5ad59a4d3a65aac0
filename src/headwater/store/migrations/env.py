"""Runs the revisions in the transaction that headwater.store.upgrade has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
