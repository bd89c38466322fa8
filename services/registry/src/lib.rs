//! The hands of the registry area: grpc, wire, announcements, reactions, views.
