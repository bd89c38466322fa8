//! The hands of the administrative area: grpc, wire, announcements, reactions, views.
