using System.Reflection;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Tests.Client;

/// <summary>Applications test their own code with clients that are not ours: they have to make what ours would return.</summary>
public sealed class ResultTests
{
    private static readonly Type[] MadeByTheSdk =
    [
        // A step belongs to its batch, and what a signer gets is made from a certificate.
        typeof(BatchResult<>), typeof(ClientAssertion),
    ];

    [Fact]
    public void EveryPublicType_CanBeMadeByAnApplication()
    {
        var closed = typeof(OneDriveClient).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && !type.Name.StartsWith('<'))
            .Where(type => !type.IsSubclassOf(typeof(Delegate)))
            .Where(type => type.GetConstructors().Length == 0 && !HasFactory(type) && !MadeByTheSdk.Contains(type));

        Assert.Empty(closed);
    }

    [Fact]
    public void FolderTransferResult_OfAnApplication_SaysWhatItWasGiven()
    {
        var error = new IOException("full");
        var failed = new FolderTransferItem("a/b", isFolder: false, FolderTransferOutcome.Failed) { Error = error, Length = 3 };
        var result = new FolderTransferResult { FilesTransferred = 2, Failed = 1, Failures = [failed], EndedBy = error };

        Assert.False(result.IsComplete);
        Assert.Same(error, Assert.Single(Assert.Throws<AggregateException>(result.EnsureComplete).InnerExceptions));
        Assert.True(new FolderTransferResult { FilesTransferred = 2 }.IsComplete);
        Assert.False(new FolderTransferResult { LockedFolders = 1 }.IsComplete);
    }

    [Fact]
    public void BatchSteps_OfAnApplication_EndAsItSays()
    {
        var batch = new BatchRequest();
        var (get, delete) = (batch.Get(DriveAddress.Me.Root), batch.Delete(DriveAddress.Me.Path("/a")));
        get.Succeed(new DriveItem { Id = "1" });
        delete.Fail(new ItemNotFoundException(System.Net.HttpStatusCode.NotFound, "gone"));

        Assert.Equal("1", get.Result.Id);
        Assert.Throws<ItemNotFoundException>(delete.EnsureSuccess);
        delete.Succeed();
        Assert.True(delete.IsSuccess);
    }

    [Fact]
    public void SignIns_OfAnApplication_SayWhatTheyWereGiven()
    {
        var start = new AuthorizationStart(new Uri("https://login.example/authorize?x=1"));
        var signIn = new UserSignIn("key", account: null, ["Files.Read"]);

        Assert.Equal("https://login.example/authorize", start.ToString());
        Assert.Equal(("key", "Files.Read"), (signIn.Key, signIn.Scopes[0]));
    }

    private static bool HasFactory(Type type) => type.GetMembers(BindingFlags.Public | BindingFlags.Static)
        .Any(member => member is MethodInfo method && method.ReturnType == type
            || (member is PropertyInfo property && property.PropertyType == type))
        || type.Assembly.GetExportedTypes().Any(other => other.GetMethods().Any(method => method.ReturnType == type && IsFactoryOf(other)));

    // An address is made by the one of its drive or list.
    private static bool IsFactoryOf(Type other) => other == typeof(DriveAddress) || other == typeof(ListAddress);
}
