namespace OneDrive.Sdk.Emulator.Control;

/// <summary>A part of what can be done over HTTP.</summary>
internal interface IControlOperations
{
    IEnumerable<ControlOperation> Operations { get; }
}
