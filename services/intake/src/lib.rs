//! The hands of the intake area: grpc, wire, announcements, reactions, views.
