//! The hands of the court area: grpc, wire, announcements, reactions, views.
