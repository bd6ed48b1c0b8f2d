namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>A part of an open file; the sender disposes the stream.</summary>
internal sealed record ContentSlice(Stream Source, long Offset, long Length);
