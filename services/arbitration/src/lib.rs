//! The hands of the arbitration area: grpc, wire, announcements, reactions, views.
