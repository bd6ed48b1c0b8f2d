namespace OneDrive.Sdk.Http.Throttling;

/// <summary>What the end of an attempt says about the load of the service.</summary>
internal enum AdmissionOutcome
{
    /// <summary>The service did the work, or refused it for a reason that has nothing to do with load.</summary>
    Served = 0,

    /// <summary>429 or 509: the principal asks for too much.</summary>
    Throttled,

    /// <summary>503 or 423: this request does not go through now; others may.</summary>
    Busy,

    /// <summary>No answer, or one that says nothing.</summary>
    Unknown,
}
