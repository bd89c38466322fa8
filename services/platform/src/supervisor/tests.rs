use std::future::{pending, ready};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

const GRACE: Duration = Duration::from_secs(5);

/// A task that ends at the drain.
async fn obedient(drain: CancellationToken) -> Result<(), BoxError> {
    drain.cancelled().await;
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn asked_to_stop_it_drains_and_ends_in_order() {
    let mut supervisor = Supervisor::new();
    supervisor.spawn("relay", obedient(supervisor.drain()));
    supervisor.spawn("inbox", obedient(supervisor.drain()));
    assert_eq!(supervisor.to_string(), "relay, inbox");
    let run = supervisor.run(ready(()), GRACE).await;
    assert!(run.is_ok(), "{run:?}");
}

#[tokio::test(start_paused = true)]
async fn each_way_to_fall_names_the_task_and_drains_the_others() {
    type Way = fn() -> Result<(), BoxError>;
    let ways: [(&str, Way); 3] = [
        ("failed", || Err("the bus is gone".into())),
        ("ended", || Ok(())),
        ("crashed", || panic!("bug")),
    ];
    for (name, way) in ways {
        let mut supervisor = Supervisor::new();
        let drained = Arc::new(AtomicBool::new(false));
        let seen = drained.clone();
        let drain = supervisor.drain();
        supervisor.spawn("other", async move {
            drain.cancelled().await;
            seen.store(true, Ordering::SeqCst);
            Ok(())
        });
        supervisor.spawn(name, async move { way() });
        let fallen = supervisor.run(pending(), GRACE).await.unwrap_err();
        assert_eq!(fallen.names(), [name]);
        assert!(fallen.to_string().contains(name), "{fallen}");
        assert!(drained.load(Ordering::SeqCst), "{name}: the other task was not drained");
        let expected = match name {
            "failed" => matches!(fallen, Fallen::Failed { .. }),
            "ended" => matches!(fallen, Fallen::EndedEarly { .. }),
            _ => matches!(fallen, Fallen::Crashed { source: Crashed::Panicked, .. }),
        };
        assert!(expected, "{fallen:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_task_that_does_not_end_is_named_after_the_grace() {
    let mut supervisor = Supervisor::new();
    supervisor.spawn("deaf", pending());
    supervisor.spawn("good", obedient(supervisor.drain()));
    let fallen = supervisor.run(ready(()), GRACE).await.unwrap_err();
    assert!(matches!(fallen, Fallen::Overtime { .. }));
    assert_eq!(fallen.names(), ["deaf"]);
}

#[tokio::test(start_paused = true)]
async fn a_failure_during_the_drain_is_not_lost() {
    let mut supervisor = Supervisor::new();
    let drain = supervisor.drain();
    supervisor.spawn("flush", async move {
        drain.cancelled().await;
        Err("disk full".into())
    });
    let fallen = supervisor.run(ready(()), GRACE).await.unwrap_err();
    assert!(matches!(&fallen, Fallen::Failed { name, .. } if name == "flush"), "{fallen:?}");
}

#[tokio::test]
async fn a_command_ends_although_its_caller_went_away() {
    let (done, heard) = tokio::sync::oneshot::channel();
    let (go, wait) = tokio::sync::oneshot::channel::<()>();
    let mut call = Box::pin(run_detached(async move {
        let _ = wait.await;
        let _ = done.send("committed");
    }));
    assert!(futures::poll!(&mut call).is_pending(), "polled once, so that it runs");
    drop(call);
    go.send(()).unwrap();
    assert_eq!(heard.await, Ok("committed"));
}

#[tokio::test]
async fn a_command_that_panics_is_an_error_without_its_words() {
    let fault = run_detached(async { panic!("张三 has no file") }).await.unwrap_err();
    assert_eq!(fault, Crashed::Panicked);
    assert!(!fault.to_string().contains("张三"));
}
