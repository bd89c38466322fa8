//! The hands of the mediation area: grpc, wire, announcements, reactions, views.
