namespace OneDrive.Sdk.Http.Throttling;

/// <summary>Why a request is not sent yet.</summary>
internal enum AdmissionWait
{
    None = 0,

    /// <summary>The service asked to pause.</summary>
    CoolDown,

    /// <summary>As many requests are under way as may be.</summary>
    Place,

    /// <summary>Requests are spread so that the limit of the service is not exceeded.</summary>
    Pacing,
}
