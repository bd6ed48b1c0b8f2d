using System.Text.Json;

namespace OneDrive.Sdk.Calls;

/// <summary>A body that can also stand inside another one.</summary>
internal interface IJsonCallBody : ICallBody
{
    /// <summary>The body as JSON.</summary>
    JsonElement ToJson();

    /// <summary>The body as it is sent.</summary>
    byte[] ToUtf8();
}
