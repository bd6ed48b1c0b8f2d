using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>What a video or audio file is about.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<MediaSourceContentCategory>))]
public readonly record struct MediaSourceContentCategory(string Value) : IOpenValue<MediaSourceContentCategory>
{
    /// <summary>A recorded meeting.</summary>
    public static MediaSourceContentCategory Meeting { get; } = new("meeting");

    /// <summary>A recorded live event.</summary>
    public static MediaSourceContentCategory LiveStream { get; } = new("liveStream");

    /// <summary>A presentation.</summary>
    public static MediaSourceContentCategory Presentation { get; } = new("presentation");

    /// <summary>A recording of a screen.</summary>
    public static MediaSourceContentCategory ScreenRecording { get; } = new("screenRecording");

    /// <summary>A story.</summary>
    public static MediaSourceContentCategory Story { get; } = new("story");

    /// <summary>A profile of a user.</summary>
    public static MediaSourceContentCategory Profile { get; } = new("profile");

    /// <summary>A part of a chat.</summary>
    public static MediaSourceContentCategory Chat { get; } = new("chat");

    /// <summary>A note.</summary>
    public static MediaSourceContentCategory Note { get; } = new("note");

    /// <summary>A comment.</summary>
    public static MediaSourceContentCategory Comment { get; } = new("comment");

    static MediaSourceContentCategory IOpenValue<MediaSourceContentCategory>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
