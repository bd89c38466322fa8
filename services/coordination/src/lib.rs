//! The hands of the coordination area: grpc, wire, announcements, reactions, views.
