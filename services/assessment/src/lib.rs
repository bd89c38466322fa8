//! The hands of the assessment area: grpc, wire, announcements, reactions, views.
