using OneDrive.Sdk.AotSmoke;

// Publishing with NativeAOT succeeds whether the program works or not; so it looks at what comes out, and says so by its exit code.
var checks = new Checks();
await checks.RunAsync("runtime", RuntimeChecks.RunAsync);
await checks.RunAsync("items", ItemChecks.RunAsync);
await checks.RunAsync("errors", ErrorChecks.RunAsync);
await checks.RunAsync("uploads", UploadChecks.RunAsync);
await checks.RunAsync("downloads", DownloadChecks.RunAsync);
await checks.RunAsync("sign-in", SignInChecks.RunAsync);
await checks.RunAsync("sign-in of people", UserSignInChecks.RunAsync);
await checks.RunAsync("container", ContainerChecks.RunAsync);
await checks.RunAsync("options", OptionChecks.RunAsync);
return checks.Finish();
