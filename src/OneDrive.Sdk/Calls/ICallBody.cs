namespace OneDrive.Sdk.Calls;

/// <summary>A request body that can be made afresh for each attempt and printed by a snapshot.</summary>
internal interface ICallBody
{
    /// <summary>Makes the content; the same bytes each time.</summary>
    HttpContent ToHttpContent();
}
