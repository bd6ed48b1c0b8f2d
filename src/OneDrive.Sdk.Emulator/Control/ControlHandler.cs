using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Does what a control address is for.</summary>
internal delegate Task<Answer> ControlHandler(ControlRequest request, CancellationToken cancellationToken);
