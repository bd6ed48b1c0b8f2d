namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The reason why a request waits.</summary>
internal enum AdmissionWait
{
    None = 0,

    /// <summary>The service returned a Retry-After.</summary>
    CoolDown,

    /// <summary>The concurrency limit is reached.</summary>
    Place,

    /// <summary>Requests are paced so that the limit of the service is not exceeded.</summary>
    Pacing,
}
