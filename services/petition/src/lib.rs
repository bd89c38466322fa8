//! The hands of the petition area: grpc, wire, announcements, reactions, views.
