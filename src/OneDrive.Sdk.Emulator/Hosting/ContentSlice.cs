namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>A part of an open file; whoever sends it disposes of the stream.</summary>
internal sealed record ContentSlice(Stream Source, long Offset, long Length);
