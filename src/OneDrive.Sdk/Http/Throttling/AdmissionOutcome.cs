namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The effect of an attempt on the estimated load of the service.</summary>
internal enum AdmissionOutcome
{
    /// <summary>The service executed the request, or rejected it for another reason than load.</summary>
    Served = 0,

    /// <summary>429 or 509: the principal exceeds its limits.</summary>
    Throttled,

    /// <summary>503 or 423: this request is rejected temporarily; others may succeed.</summary>
    Busy,

    /// <summary>No response, or one without information about load.</summary>
    Unknown,
}
