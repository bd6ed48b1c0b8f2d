namespace OneDrive.Sdk;

/// <summary>Tells how long requests have to wait. The options name it, and the throttle gates implement it.</summary>
internal interface IPauseSource
{
    /// <summary>The longest pause of the gates that use this time provider; zero if none is paused.</summary>
    TimeSpan LongestPause(TimeProvider timeProvider);
}
