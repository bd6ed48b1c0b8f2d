namespace OneDrive.Sdk.Emulator;

/// <summary>The point in an exchange where a fault is applied.</summary>
public enum FaultPlace
{
    /// <summary>Instead of the response.</summary>
    Answer,

    /// <summary>While the body of the request is received.</summary>
    RequestBody,

    /// <summary>While the response body is sent; the request has been executed.</summary>
    ResponseBody,
}
