namespace OneDrive.Sdk.Emulator;

/// <summary>When in an exchange a fault strikes.</summary>
public enum FaultPlace
{
    /// <summary>Instead of the response.</summary>
    Answer,

    /// <summary>While the body of the request arrives.</summary>
    RequestBody,

    /// <summary>While the body of the answer is sent; the work has been done.</summary>
    ResponseBody,
}
